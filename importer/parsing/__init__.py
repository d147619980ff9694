"""Pure parsers of legacy pages: ``parse_article`` is the door, the other modules are one idea each."""
