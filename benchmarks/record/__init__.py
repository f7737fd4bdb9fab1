"""What a record must withstand, and how it grows: kills, orders of arrival, size."""
