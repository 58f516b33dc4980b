"""What Discord refuses in a form, field by field, in Discord's error shape."""
