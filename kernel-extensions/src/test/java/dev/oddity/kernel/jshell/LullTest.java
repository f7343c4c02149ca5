package dev.oddity.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LullTest {

    private final Lull lull = new Lull();

    @Test
    void it_does_not_come_while_work_is_going_on() {
        lull.begin();

        CompletableFuture<Void> come = CompletableFuture.runAsync(lull::await);

        assertThat(come).isNotDone();
        lull.end();
        come.join();
    }

    @Test
    void who_wants_what_was_put_off_need_not_wait_for_work_to_end() {
        lull.begin();
        CompletableFuture<Void> come = CompletableFuture.runAsync(lull::await);

        lull.want();

        come.join();
    }
}
