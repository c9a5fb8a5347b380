"""Publication → build/pages: Markdown pages and assets, and outputs for machines."""
