"""Who is named, who acts and who is acted on."""
