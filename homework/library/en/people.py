"""Exercises for the space between me and others."""

from homework.library.words import YES_NO, BuiltInExercise, Prompt

EXERCISES = (
    BuiltInExercise(
        key="saying-no",
        skill="people",
        title="Say no once, kindly",
        why=(
            "Each yes that you do not mean costs you something. A kind no leaves room for an honest"
            " yes."
        ),
        how=(
            "Choose someone with whom a no is safe.",
            "Think of one small request that may come.",
            "Practise the sentence aloud: “Thank you for asking. I can’t this time.” (2 minutes)",
            "When the request comes, say it, and then be quiet. A reason is not needed.",
            "Notice what you feared, and what the other person did.",
        ),
        example=(
            "“I can’t take the late shift this week.” Her manager said: “All right, I’ll ask Jim.”"
        ),
        smallest="Say: “Let me think about it. I’ll tell you tomorrow.”",
        prompts=(
            Prompt("asked", "What were you asked?"),
            Prompt("said", "What did you say?"),
            Prompt("reaction", "What did the other person do?"),
        ),
        rating="How uneasy am I?",
        target=2,
    ),
    BuiltInExercise(
        key="reach-out",
        skill="people",
        title="One message to someone",
        why=(
            "When we feel bad we go quiet, and then we feel alone. One small message keeps a door"
            " open."
        ),
        how=(
            "Think of someone you miss, or someone who is good for you.",
            "Write one line. A question, a picture or a thank you is enough.",
            "Send it before you have made it perfect.",
            "Put the phone away. An answer may take its time, and that says little about you.",
        ),
        example="“I walked past our old café and thought of you. How are you?”",
        smallest="A thumbs-up or a heart to one person.",
        prompts=(Prompt("who", "Who was it?"), Prompt("came", "Did something come back?", YES_NO)),
        rating="How alone do I feel?",
        target=3,
    ),
    BuiltInExercise(
        key="ask-for-help",
        skill="people",
        title="Ask for one thing",
        why=(
            "People often like to help when they know with what. A clear request is easier to"
            " answer than a sigh."
        ),
        how=(
            "Choose one thing that someone could do for you in less than an hour.",
            "Say what is happening, how it is for you, and what you would like.",
            "Say it in one breath: “I’m worn out. Could you take the bins tonight?”",
            "Let them answer. A no is about their day.",
            "Say thank you if they do it, and stop there.",
        ),
        example="“I find the forms hard. Would you sit with me on Saturday for half an hour?”",
        smallest="Write the request down without sending it.",
        prompts=(
            Prompt("asked", "What did you ask for?"),
            Prompt("answer", "What was the answer?"),
        ),
        rating="How hard is it to ask?",
        target=2,
    ),
)
