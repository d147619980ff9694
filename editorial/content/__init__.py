"""What a careful editor would remark on before a text goes out: checks that warn and never block."""
