"""Files on their way in: held in memory up to a size, beyond it only counted.

So a file of any length costs no more than the largest that is allowed, and the form can say in
words that it is too large. A name that came along is never part of a path: nothing is written.
"""

from io import BytesIO

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

# Of all files of one request together.
MOST_BYTES = 10_000_000


class CountedUpload(FileUploadHandler):
    def __init__(self, request=None):
        super().__init__(request)
        self.held = 0

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self.file, self.size = BytesIO(), 0

    def receive_data_chunk(self, raw_data, start):
        self.size += len(raw_data)
        if self.held + len(raw_data) <= MOST_BYTES:
            self.held += len(raw_data)
            self.file.write(raw_data)

    def file_complete(self, file_size):
        """`size` says how much was sent, also where not all of it was kept."""
        self.file.seek(0)
        return InMemoryUploadedFile(
            self.file, self.field_name, self.file_name, self.content_type, self.size, self.charset
        )
