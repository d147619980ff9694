"""Where the links of live pages lead."""
