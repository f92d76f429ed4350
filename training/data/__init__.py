"""Pictures on disk and what training reads of them: picture sets, views, features, datasets."""
