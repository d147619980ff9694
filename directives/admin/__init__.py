"""The admin's own screens of the directives room."""
