from reminders.models.delivery import Delivery
from reminders.models.heartbeat import Heartbeat
from reminders.models.recipient import Recipient
from reminders.models.slot import ReminderSlot

__all__ = ["Delivery", "Heartbeat", "Recipient", "ReminderSlot"]
