"""The texts of the province Sông Mây: people, places and numbers are invented."""
