"""Exercises for the space between me and others."""

from homework.library.words import EASY, NUMBER, PRACTISED, YES_NO, BuiltInExercise, Prompt

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
        rests_on="Assertiveness training, a classic of behaviour therapy.",
        level=PRACTISED,
        care=(
            "Begin where a no is safe. Where somebody threatens or hurts you, do not practise: your"
            " safety comes first. Talk about it in therapy."
        ),
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
        rests_on=(
            "Behavioural activation turned to people: withdrawal and low mood feed each other."
        ),
        level=EASY,
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
        rests_on="Interpersonal skills from assertiveness training and skills training (Linehan).",
        level=PRACTISED,
        prompts=(
            Prompt("asked", "What did you ask for?"),
            Prompt("answer", "What was the answer?"),
        ),
        rating="How hard is it to ask?",
        target=2,
    ),
    BuiltInExercise(
        key="clear-words",
        skill="people",
        title="Say it in four short parts",
        why=(
            "Whoever hears blame will defend themselves. What I saw, feel and would like is easier"
            " to hear."
        ),
        how=(
            "Choose something small that bothers you, with someone you trust.",
            "Say what you saw or heard, like a camera: “The dishes were still there this morning.”",
            "Say how that was for you, and begin with “I”.",
            "Say what you would like: one thing, small and clear.",
            "Ask how the other person sees it, and listen to the end. (3 minutes)",
        ),
        example=(
            "“You came at eight. I was worried. I’d like a message next time. How was it for you?”"
        ),
        smallest="Write down the four parts and read them aloud to yourself.",
        rests_on="Assertive communication from behaviour therapy and couples therapy (I-messages).",
        level=PRACTISED,
        care=(
            "Choose a calm hour, and someone who does not frighten you. Where there is violence, do"
            " not practise alone: talk about your safety first."
        ),
        prompts=(
            Prompt("said", "What did you say?"),
            Prompt("answer", "What came back?"),
            Prompt("clear", "How clear were you?", NUMBER),
        ),
        rating="How hard is it to say this?",
        target=2,
    ),
)
