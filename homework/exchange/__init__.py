"""Exercises as a file, out and in again. docs/library.md describes its format."""

FORMAT, VERSION = "midweek-library", 1
