package jp.tenkyo.quickstart.mailbox;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import jp.tenkyo.quickstart.page.Answer;
import jp.tenkyo.quickstart.page.Page;
import jp.tenkyo.quickstart.page.Request;

/** The mailbox: a list of mails, to be searched, and each of them. */
public final class MailboxPage implements Page {

    private final MailStore mails;
    private final MailList list;
    private final MailView view;

    /** @param startPage URL to go back to */
    public MailboxPage(MailStore mails, String startPage) {
        this.mails = mails;
        this.list = new MailList(mails, startPage);
        this.view = new MailView(startPage);
    }

    @Override
    public Answer answer(Request request) throws IOException {
        var path = request.path();
        if (path.isEmpty()) {
            return list.page(request);
        }
        if (path.equals(List.of("api", "mails"))) {
            return list.json(request);
        }
        if (!path.getFirst().equals("mails")) {
            return path.size() == 1 ? Answer.resource(path.getFirst()) : Answer.notFound();
        }
        var mail = path.size() < 2 ? Optional.<Mail>empty() : numbered(path.get(1));
        return mail.isEmpty() ? Answer.notFound() : form(mail.get(), path.subList(2, path.size()), request);
    }

    private Answer form(Mail mail, List<String> form, Request request) throws IOException {
        return switch (form.isEmpty() ? "" : form.getFirst()) {
            case "" -> view.page(mail, request);
            case "html" -> view.markup(mail);
            case "source" -> view.source(mail);
            default -> Answer.notFound();
        };
    }

    private Optional<Mail> numbered(String number) {
        try {
            return mails.numbered(Long.parseLong(number));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
