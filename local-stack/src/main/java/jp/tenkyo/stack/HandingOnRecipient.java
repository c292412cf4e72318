package jp.tenkyo.stack;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.internet.MimeMessage;
import java.util.function.Consumer;

/** A recipient without a mailbox: what is delivered is handed on. */
record HandingOnRecipient(String address, Consumer<MimeMessage> receiver) implements GreenMailUser {

    @Override
    public void deliver(MovingMessage message) {
        deliver(message.getMessage());
    }

    @Override
    public void deliver(MimeMessage message) {
        receiver.accept(message);
    }

    @Override
    public String getEmail() {
        return address;
    }

    @Override
    public String getLogin() {
        return address;
    }

    @Override
    public String getQualifiedMailboxName() {
        return address;
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public void setPassword(String password) {
        // Nobody logs in here.
    }

    @Override
    public void authenticate(String password) {
        // Nobody logs in here.
    }

    @Override
    public void create() {
        // There is no mailbox to make.
    }

    @Override
    public void delete() {
        // There is no mailbox to delete.
    }
}
