"""Facts as drawings: one file per kind of chart, from records to SVG, PNG and CSV."""
