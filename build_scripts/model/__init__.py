"""What a publication is made of: plain frozen records. No input, no output."""
