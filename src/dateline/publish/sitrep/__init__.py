"""The situation report: what it says, its maps and timeline, and its two forms, HTML and PDF."""
