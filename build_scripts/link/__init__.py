"""Records become a publication: references, formulas, readings, figures bound to facts."""
