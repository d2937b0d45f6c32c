package io.zoombookings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharesTest {

    @Test
    void oneHasAShareAndLeavesTheOthersTheirs() {
        Shares shares = new Shares(5, 2);
        assertThat(shares.take("a")).isTrue();
        assertThat(shares.take("a")).isTrue();
        assertThat(shares.take("a")).as("its third").isFalse();
        assertThat(shares.take("b")).isTrue();
        assertThat(shares.take("b")).isTrue();
        assertThat(shares.take("c")).isTrue();
        assertThat(shares.take("d")).as("the sixth of all").isFalse();
        shares.free("a");
        assertThat(shares.take("d")).isTrue();
        assertThat(shares.take("a")).as("all are taken again").isFalse();
    }
}
