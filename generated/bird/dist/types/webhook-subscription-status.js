// Generated from specs/bird/openapi.json (Notifications 1.0.0). Do not edit.

export {};
