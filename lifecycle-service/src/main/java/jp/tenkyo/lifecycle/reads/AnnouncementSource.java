package jp.tenkyo.lifecycle.reads;

/** Knows what has to be announced. */
interface AnnouncementSource {

    /** @throws ReadsUnavailableException until it knows all that there was when this instance started */
    Announcements announcements();
}
