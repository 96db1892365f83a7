from fastapi import FastAPI
from openai import OpenAI

app = FastAPI()
client = OpenAI()


@app.post("/sort")
def sort(message: dict[str, str]) -> dict[str, str]:
    reply = client.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "user", "content": f"Claim, complaint or question? {message['text']}"}],
    )
    return {"kind": reply.choices[0].message.content or "question"}
