"""Pictures for the README, made from the demo data (`make screenshots`). Never run by pytest."""
