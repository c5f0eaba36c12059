package io.xlink.bench;

/**
 * What a contender's table adds up to, so that it can be told whether all made the same one.
 *
 * @param intervals queues and intervals about which there is anything
 * @param offered calls offered
 * @param handled calls handled
 * @param talk calls handled multiplied by their handling time, in seconds
 */
record CsvSums(long intervals, long offered, long handled, long talk) {

    static final CsvSums NONE = new CsvSums(0, 0, 0, 0);

    static CsvSums parse(String text) {
        String[] parts = text.split("/");
        return new CsvSums(
                Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3]));
    }

    CsvSums plus(CsvSums other) {
        return new CsvSums(
                intervals + other.intervals, offered + other.offered, handled + other.handled, talk + other.talk);
    }

    @Override
    public String toString() {
        return intervals + "/" + offered + "/" + handled + "/" + talk;
    }
}
