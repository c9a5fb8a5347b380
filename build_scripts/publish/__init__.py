"""Built pages → the site: MkDocs, inspection, content security, copies to take away, preview."""
