"""What is measured, against whom, and the last figures (RESULTS.md). Nothing is downloaded."""
