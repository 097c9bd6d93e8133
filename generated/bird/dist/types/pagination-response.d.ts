// Generated from specs/bird/openapi.json (Notifications 1.0.0). Do not edit.

export interface PaginationResponse {
  /**
   * The token that can be passed as pageToken in URL to retrieve the next set
   * of results. If missing, no more results to display.
   */
  nextPageToken?: string;
}
