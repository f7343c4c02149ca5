package dev.oddity.ci;

import picocli.CommandLine.Command;

@Command(name = "install", description = "placeholder", mixinStandardHelpOptions = true)
final class InstallCommand implements Runnable {

    @Override
    public void run() {}
}
