"""Other people's reviews, one file a format: ClaimReview and what the field's programs write."""
