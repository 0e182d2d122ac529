"""Turn a folder of news articles into a cited timeline."""

__version__ = "0.1.0"
