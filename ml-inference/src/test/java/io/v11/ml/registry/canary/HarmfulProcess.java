package io.v11.ml.registry.canary;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Stands in for a child whose models do harm: one named crash reads address 0, hang never ends, hoard takes all memory. */
final class HarmfulProcess {
    private HarmfulProcess() {
    }

    public static void main(String[] arguments) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = in.readLine();
        while (!line.equals(CanaryProcess.END_OF_SCHEMA)) {
            line = in.readLine();
        }
        int number = 0;
        for (line = in.readLine(); line != null; line = in.readLine()) {
            harm(CanaryRequest.parse(line).id());
            System.out.println(CanaryProcess.MARK + "\t" + number++ + "\tACCEPTED\tfine");
        }
    }

    private static void harm(String id) throws Exception {
        switch (id) {
            case "crash/1" -> MemorySegment.NULL.reinterpret(64).get(ValueLayout.JAVA_LONG, 0);
            case "hang/1" -> Thread.sleep(Long.MAX_VALUE);
            case "hoard/1" -> {
                List<byte[]> hoard = new ArrayList<>();
                while (true) {
                    hoard.add(new byte[1 << 26]);
                }
            }
            default -> {
            }
        }
    }
}
