### each finding with its code; one of a kind
--- settings: {"shellNotes": [{"at": {"start": 26, "end": 28}, "code": "SC2086", "severity": "info", "message": "Double quote to prevent globbing."}, {"at": {"start": 29, "end": 31}, "code": "SC2086", "severity": "info", "message": "Double quote to prevent globbing."}]}
FROM debian:13.1
RUN echo $a $b
         ^^ Double quote to prevent globbing.
            ^^ Double quote to prevent globbing.

### hadolint tells the same thing once for an instruction
--- settings: {"hadolint": true, "shellNotes": [{"at": {"start": 26, "end": 28}, "code": "SC2086", "severity": "info", "message": "Double quote to prevent globbing."}, {"at": {"start": 29, "end": 31}, "code": "SC2086", "severity": "info", "message": "Double quote to prevent globbing."}]}
FROM debian:13.1
RUN echo $a $b
         ^^ Double quote to prevent globbing.

### nothing where ShellCheck was not asked
FROM debian:13.1
RUN echo $a $b
