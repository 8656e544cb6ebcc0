"""
FIT files, read by another library.
"""

import io

import fitdecode


def read(workout):
    """
    Read all messages of a workout file with fitdecode, by their names.
    """
    with fitdecode.FitReader(io.BytesIO(workout), check_crc=fitdecode.CrcCheck.RAISE) as reader:
        messages = [frame for frame in reader if isinstance(frame, fitdecode.FitDataMessage)]
    found = {"file_id": [], "workout": [], "workout_step": []}
    for message in messages:
        found[message.name].append({field.name: field.value for field in message.fields if field.value is not None})
    return found


def steps_of(workout):
    return read(workout)["workout_step"]
