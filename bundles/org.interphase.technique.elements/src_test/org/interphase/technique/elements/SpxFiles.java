package org.interphase.technique.elements;

import java.nio.charset.StandardCharsets;
import org.interphase.model.Curve;

/** Bruker spectra as text. */
final class SpxFiles {

    private SpxFiles() {
    }

    /** A spectrum with the headers that matter. */
    static byte[] spectrum(Curve c) {
        StringBuilder channels = new StringBuilder();
        for (int i = 0; i < c.axis().size(); i++) {
            channels.append(i == 0 ? "" : ",").append((long) c.signal().get(i));
        }
        return ("""
                <?xml version="1.0" encoding="WINDOWS-1252" standalone="yes"?>
                <TRTSpectrum>
                  <ClassInstance Type="TRTSpectrum" Name="small">
                    <TRTHeaderedClass>
                      <ClassInstance Type="TRTSpectrumHardwareHeader">
                        <RealTime>40</RealTime><LifeTime>25</LifeTime>
                      </ClassInstance>
                      <ClassInstance Type="TRTESMAHeader">
                        <PrimaryEnergy>1.5E1</PrimaryEnergy><ElevationAngle>3.5E1</ElevationAngle>
                      </ClassInstance>
                    </TRTHeaderedClass>
                    <ClassInstance Type="TRTSpectrumHeader">
                      <ChannelCount>%d</ChannelCount><CalibAbs>-4.7225E-1</CalibAbs><CalibLin>1E-2</CalibLin>
                    </ClassInstance>
                    <Channels>%s</Channels>
                  </ClassInstance>
                </TRTSpectrum>
                """.formatted(c.axis().size(), channels)).getBytes(StandardCharsets.UTF_8);
    }
}
