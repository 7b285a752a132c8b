from reminders.models.calendar_address import CalendarAddress
from reminders.models.delivery import Delivery
from reminders.models.device import Device
from reminders.models.heartbeat import Heartbeat
from reminders.models.recipient import Recipient
from reminders.models.slot import ReminderSlot
from reminders.models.vapid_key import VapidKey

__all__ = [
    "CalendarAddress",
    "Delivery",
    "Device",
    "Heartbeat",
    "Recipient",
    "ReminderSlot",
    "VapidKey",
]
