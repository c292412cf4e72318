package jp.tenkyo.lifecycle.reads;

import java.util.List;

/**
 * What has to be published.
 *
 * @param upToDate false while the broker does not answer: there may be newer lines
 * @param announcements newest first
 */
public record Announcements(boolean upToDate, List<Announcement> announcements) {}
