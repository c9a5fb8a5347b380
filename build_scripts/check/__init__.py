"""From the publication to problems: one short generator for each rule."""
