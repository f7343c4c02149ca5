package dev.oddity.ci;

import picocli.CommandLine.Command;

@Command(name = "uninstall", description = "placeholder", mixinStandardHelpOptions = true)
final class UninstallCommand implements Runnable {

    @Override
    public void run() {}
}
