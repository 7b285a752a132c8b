from reminders.models.calendar_address import CalendarAddress
from reminders.models.delivery import Delivery
from reminders.models.heartbeat import Heartbeat
from reminders.models.recipient import Recipient
from reminders.models.slot import ReminderSlot

__all__ = ["CalendarAddress", "Delivery", "Heartbeat", "Recipient", "ReminderSlot"]
