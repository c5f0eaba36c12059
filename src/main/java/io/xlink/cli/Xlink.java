package io.xlink.cli;

public final class Xlink {
    private Xlink() {}

    public static void main(String[] args) {
        System.out.println("xlink");
    }
}
