"""Bodies and answers about sources as they look, for the schema."""

from drf_spectacular.utils import OpenApiExample

NEW_SOURCE = [
    OpenApiExample("A wire's customer", {"name": "Quay Radio", "kind": "news_outlet", "relays": 4}, request_only=True)
]
SOURCE = [
    OpenApiExample(
        "An authority",
        {
            "id": 5,
            "name": "Harbour police",
            "kind": "police",
            "tier": "primary",
            "independence": "original",
        },
        response_only=True,
        status_codes=["200"],
    )
]
