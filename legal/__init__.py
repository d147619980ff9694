"""Official documents: number, type, issuer, validity, relations, citations."""
