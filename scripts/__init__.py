"""Helpers to set up, start, test and measure the project."""
