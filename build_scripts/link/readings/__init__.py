"""What readings come to, how far each is from another outcome, which verdicts that admits."""
