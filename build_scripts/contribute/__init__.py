"""Help for contributors: skeletons, chains of custody, the effect of a source, corrections."""
